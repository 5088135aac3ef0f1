import { it } from 'vitest';
import { execFileSync } from 'node:child_process';
import { WebDriver, Key } from './webdriver';
const shot = (p: string) => execFileSync('import', ['-window', 'root', p]);
it('looks', async () => {
  const web = await WebDriver.start({ ...process.env, WEBKIT_DISABLE_DMABUF_RENDERER: '1', LIBGL_ALWAYS_SOFTWARE: '1', NO_AT_BRIDGE: '1' });
  const wait = () => new Promise((r) => setTimeout(r, 900));
  try {
    await web.open('/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser', ['--automation', '--full-screen']);
    await web.run('location.href="http://localhost:1420/"'); await wait(); await wait(); await wait();
    shot('/tmp/pw/m3.png');
    await web.keys('1', [Key.Control]); await wait(); shot('/tmp/pw/m1.png');
    await web.keys('3', [Key.Control]); await wait();
    for (let i = 0; i < 5; i++) await web.keys('=', [Key.Control]);
    await wait(); shot('/tmp/pw/m200.png');
    await web.keys('8', [Key.Control]); await wait(); await web.run('document.querySelector("main").scrollTop=300'); await wait(); shot('/tmp/pw/m8z.png');
    await web.keys('0', [Key.Control]); await web.keys(Key.Enter); await wait(); await web.run('document.querySelector("main").scrollTop=300'); await wait(); shot('/tmp/pw/m8.png');
    await web.run('document.querySelector("[data-step=home]").click()'); await wait(); shot('/tmp/pw/mh.png');
    await web.keys('=', [Key.Control]); await web.keys('=', [Key.Control]); await wait(); shot('/tmp/pw/mh125.png');
  } finally { await web.stop(); }
}, 60000);
