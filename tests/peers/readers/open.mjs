// Opens a SMART Health Link as others do: with npm's kill-the-clipboard, which is a whole reader, or
// with npm's jose, which knows JOSE and nothing of links. Or with the code of
// our own viewer's page. Reads {reader, link, passcode, page} on its standard input; writes {text} or {error}.
import { compactDecrypt } from 'jose';
import { SHLViewer } from 'kill-the-clipboard';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { runInThisContext } from 'node:vm';

const recipient = 'a reader that others wrote';

async function killTheClipboard({ link, passcode }) {
  const viewer = new SHLViewer({ shlinkURI: link });
  const { fhirResources } = await viewer.resolveSHL({ recipient, passcode });
  return JSON.stringify(fhirResources);
}

async function jose({ link, passcode }) {
  const payload = JSON.parse(Buffer.from(link.split('shlink:/')[1], 'base64url').toString());
  const answer = await fetch(payload.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ recipient, passcode }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  const opened = [];
  for (const file of (await answer.json()).files) {
    const jwe = file.embedded ?? (await (await fetch(file.location)).text());
    const { plaintext, protectedHeader } = await compactDecrypt(jwe, Buffer.from(payload.key, 'base64url'), {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    if (protectedHeader.cty !== file.contentType) throw new Error('cty is not contentType');
    opened.push(JSON.parse(new TextDecoder().decode(plaintext)));
  }
  return JSON.stringify(opened);
}

// The page's own code, without the page: what it makes of a link.
async function viewer({ link, passcode, page }) {
  const script = (await readFile(page, 'utf8')).split('<script>')[1].split('</script>')[0];
  runInThisContext(script);
  const { parse, files, plan, plain, record, EN } = globalThis.hearthViewer;
  const parsed = parse(link.split('#')[1], new URL(link).origin);
  const opened = await files(parsed, recipient, passcode ?? '');
  const shown = plan(opened[0].text);
  const sections = shown.sections.map(({ title, blocks }) => ({ title, lines: blocks.map(plain) }));
  return JSON.stringify({ ...shown, front: shown.front.map(plain), sections, record: record(shown, EN, 'en-GB') });
}

const asked = JSON.parse(await text(process.stdin));
try {
  const read = { 'kill-the-clipboard': killTheClipboard, jose, viewer }[asked.reader];
  console.log(JSON.stringify({ text: await read(asked) }));
} catch (error) {
  console.log(JSON.stringify({ error: `${error.name}: ${error.message}` }));
}
