import { mkdirSync } from 'node:fs';
import { launch, Workbench } from './workbench';
import { start } from './served';

/**
 * Makes the pictures of the README, light and dark, by doing what they show: `npm run screenshots`. A step that is not
 * there any more ends it.
 */
const FOLDER = 'assets/pictures';
const PORT = 4329;

async function pictures(scheme: 'light' | 'dark', bench: Workbench): Promise<void> {
  const { page, pane } = bench;
  const shoot = async (name: string) => {
    // Nothing that blinks or turns.
    await page.waitForTimeout(600);
    await page.screenshot({ path: `${FOLDER}/${name}-${scheme}.png`, animations: 'disabled', caret: 'hide' });
  };
  await page.setViewportSize({ width: 1120, height: 700 });
  await bench.button('Design territories').click();
  await pane.getByText('Fewest customers moved').waitFor();
  await pane.getByText('Working out more plans…').waitFor({ state: 'detached' });
  await shoot('preview');
  await bench.button('Apply to workbook').click();
  await bench.button('Keep').waitFor();
  await page.getByText('Balance', { exact: true }).first().click();
  await shoot('balance');
  await bench.button('Keep').click();
  await bench.button('Quota').click();
  await pane.getByLabel('The plan is').fill('48000000');
  await pane.getByLabel('The plan is').press('Tab');
  await bench.button('Write quotas').click();
  await pane.getByText('Quotas are written').waitFor();
  await page.getByText('Quota', { exact: true }).last().click();
  await shoot('quota');
}

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const server = await start(PORT);
  const browser = await launch();
  try {
    for (const scheme of ['light', 'dark'] as const) {
      const bench = await Workbench.open(browser, server.url, { pane: 360, scheme });
      await pictures(scheme, bench);
      if (bench.errors.length > 0) throw new Error(bench.errors.join('\n'));
      await bench.close();
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
