// A person at a browser, by script: opens the address that an app was told to open, signs in as
// NAME, agrees or says no, and prints the address that the browser is sent back to.
//   node login.mjs NAME yes|no ADDRESS
const [name, answer, address] = process.argv.slice(2);
if (!name || !['yes', 'no'].includes(answer) || !address) throw new Error('NAME yes|no ADDRESS');
const start = new URL(address);
const back = start.searchParams.get('redirect_uri') ?? '';
const MOST_STEPS = 12;

const cookies = new Map();
async function browse(url, form) {
  const headers = { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') };
  const response = await fetch(url, {
    redirect: 'manual',
    headers,
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  });
  for (const line of response.headers.getSetCookie()) {
    const pair = line.split(';')[0];
    const at = pair.indexOf('=');
    cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
  return response;
}

/** The address that the browser ends at. */
async function signIn() {
  let page = await browse(start);
  for (let step = 0; step < MOST_STEPS; step++) {
    const to = page.headers.get('location');
    if (to && back && to.startsWith(back)) return to;
    if (to) {
      page = await browse(new URL(to, start));
      continue;
    }
    const html = await page.text();
    const form = /<form[^>]* action="([^"]+)"/.exec(html)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1];
    if (page.status !== 200 || !form) throw new Error(`${page.status} ${html.slice(0, 400)}`);
    page = prompt === 'consent' && answer === 'no'
      ? await browse(new URL(`${form}/abort`, start))
      : await browse(new URL(form, start), { prompt, login: name, password: 'any' });
  }
  throw new Error(`not back after ${MOST_STEPS} steps`);
}

console.log(await signIn());
