// Opens a SMART Health Link as others do: with npm's kill-the-clipboard, which is a whole reader, or
// with npm's jose, which knows JOSE and nothing of links. Reads {reader, link, passcode} on its
// standard input; writes {text} or {error}.
import { compactDecrypt } from 'jose';
import { SHLViewer } from 'kill-the-clipboard';
import { text } from 'node:stream/consumers';

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

const asked = JSON.parse(await text(process.stdin));
try {
  const read = { 'kill-the-clipboard': killTheClipboard, jose }[asked.reader];
  console.log(JSON.stringify({ text: await read(asked) }));
} catch (error) {
  console.log(JSON.stringify({ error: `${error.name}: ${error.message}` }));
}
