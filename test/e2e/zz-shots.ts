import { start } from './served';
import { launch, Workbench } from './workbench';
async function main() {
  const s = await start(3151);
  const b = await launch();
  for (const [w, scheme] of [[320, 'light'], [450, 'dark']] as const) {
    const bench = await Workbench.open(b, s.url, { pane: w, scheme });
    await bench.page.setViewportSize({ width: 1366, height: 1300 });
    const shot = async (n: string) => { await bench.page.locator('#pane').screenshot({ path: `/tmp/d-${w}-${scheme}-${n}.png` }); console.log(n, Date.now() % 1e6); };
    await bench.button('Design territories').click();
    await bench.button('Apply to workbook').click();
    await bench.button('Keep').waitFor();
    await bench.button('Keep').click();
    await bench.button('Design territories').waitFor();
    await bench.page.waitForTimeout(1500);
    const terr = String(await bench.value('Accounts', 1, 22));
    const other = String(await bench.value('Accounts', 2, 22) === terr ? await bench.value('Accounts', 3, 22) : await bench.value('Accounts', 2, 22));
    console.log(terr, other);
    let t0 = Date.now();
    await bench.type('Accounts', 'W2', other);
    await bench.button('Undo the move').waitFor();
    console.log('card', Date.now() - t0);
    await bench.pane.getByText('Working out what would help').waitFor({ state: 'detached' });
    console.log('advice', Date.now() - t0);
    await bench.page.waitForTimeout(300);
    await shot('edit');
    t0 = Date.now();
    await bench.select('Accounts', 'B5');
    await bench.button('Lock here').waitFor();
    console.log('select card', Date.now() - t0);
    await shot('card');
    t0 = Date.now();
    await bench.button('Undo the move').click();
    await bench.pane.getByText('says again what').waitFor();
    console.log('undo', Date.now() - t0);
    await shot('undone');
    console.log(bench.errors);
    await bench.close();
  }
  await b.close();
  await s.stop();
}
void main().catch((e) => { console.log(String(e).slice(0, 800)); process.exit(1); });
