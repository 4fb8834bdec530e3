import { start } from './served';
import { launch, Workbench } from './workbench';
async function main() {
  const [server, browser] = await Promise.all([start(3111), launch()]);
  const bench = await Workbench.open(browser, server.url, { pane: Number(process.argv[2] ?? 320), scheme: (process.argv[3] ?? 'light') as 'light' });
  bench.context.setDefaultTimeout(60000);
  try {
  await bench.button('Design territories').waitFor();
  await bench.button('Design territories').click();
  await bench.button('Apply to workbook').click();
  await bench.button('Keep').click();
  await bench.page.waitForTimeout(1000); await bench.page.screenshot({ path: '/tmp/y1.png' });
  await bench.button('Score accounts').click();
  await bench.pane.getByText(/written|score/i).first().waitFor();
  await bench.page.waitForTimeout(2500);
  await bench.page.screenshot({ path: '/tmp/y3.png' });
  await bench.page.getByText('Accounts', { exact: true }).last().click();
  await bench.page.waitForTimeout(1200);
  await bench.page.screenshot({ path: '/tmp/y2.png' });
  } catch (e) { console.log(e); await bench.page.screenshot({ path: '/tmp/y9.png' }); }
  console.log(bench.errors);
  await browser.close(); await server.stop(); process.exit(0);
}
void main();
