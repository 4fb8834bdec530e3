import { start } from './served';
import { launch, Workbench } from './workbench';
(async () => {
  const server = await start(4310);
  const browser = await launch();
  for (const [pane, scheme] of [[320,'light'],[450,'dark']] as const) {
    const w = await Workbench.open(browser, server.url, { pane, scheme } as never);
    const p = (w as any).pane ?? (w as any).page;
    await p.getByRole('button',{name:'Design territories'}).click({timeout:60000});
    const t=Date.now(); await p.getByText('Suggested locks').waitFor({timeout:60000}); console.log('preview',Date.now()-t);
    await p.getByRole('button',{name:'Suggested locks'}).click();
    const t2=Date.now();
    await p.getByText('If they stay').nth(3).waitFor({timeout:120000}).catch(()=>console.log('fewer'));
    console.log('prices',Date.now()-t2);
    await p.getByText('Suggested locks').scrollIntoViewIfNeeded();
    await (w as any).page.screenshot({ path: `/tmp/shots/locks-${pane}.png` });
    await p.getByText('Details').scrollIntoViewIfNeeded();
    await (w as any).page.screenshot({ path: `/tmp/shots/locks-${pane}b.png` });
  }
  await browser.close(); server.stop?.(); process.exit(0);
})();
