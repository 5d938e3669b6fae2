// Whose record is it, and what does a grant allow: the rules of the door.

/** Types that are nobody's record. */
const NOBODYS = new Set(['OperationOutcome', 'CapabilityStatement', 'Organization', 'Practitioner',
  'PractitionerRole', 'Location', 'HealthcareService']);
/** Where a resource says whose it is. */
const WHOSE = ['subject', 'patient', 'for', 'beneficiary'];

/** Whether a resource is the patient's or nobody's. */
export function belongs(resource, patient) {
  const type = resource?.resourceType;
  if (!type || type === 'Bundle') return false;
  if (NOBODYS.has(type)) return true;
  if (type === 'Patient') return resource.id === patient;
  const said = WHOSE.map((name) => resource[name]?.reference);
  const beside = (resource.participant ?? []).map((one) => one.actor?.reference);
  return [...said, ...beside].some((to) => to === `Patient/${patient}` || to?.endsWith(`/Patient/${patient}`));
}

/** What the patient may see of an answer: of a search, what is theirs; nothing else of anybody
 * else's. The server behind the door ignores what it does not know, `Goal?patient=` among it,
 * and answers with everybody's. Undefined where nothing is left to show. */
export function narrowed(resource, patient) {
  if (resource?.resourceType !== 'Bundle') return belongs(resource, patient) ? resource : undefined;
  const { total, entry = [], ...rest } = resource;
  if (resource.type === 'searchset') return { ...rest, entry: entry.filter((one) => belongs(one.resource, patient)) };
  const each = entry.map((one) => (one.resource ? { ...one, resource: narrowed(one.resource, patient) } : one));
  return each.every((one) => !('resource' in one) || one.resource) ? { ...rest, entry: each } : undefined;
}

/** Whether the scopes allow a letter of c, r, u, d, s for a type. */
export function allows(scope, type, letter) {
  return scope.split(' ').some((one) => {
    const [, of, may] = /^patient\/([A-Za-z*]+)\.([a-z*]+)$/.exec(one) ?? [];
    const letters = { read: 'rs', write: 'cud', '*': 'cruds' }[may] ?? may ?? '';
    return (of === '*' || of === type) && letters.includes(letter);
  });
}

/** Whether a question is about nobody else: what comes back is narrowed beside this. */
function isAbout(type, query, patient) {
  const names = ['patient', 'subject', ...(type === 'Patient' ? ['_id'] : [])].flatMap((name) => query.getAll(name));
  return names.every((name) => name === patient || name === `Patient/${patient}`);
}

/** Whether a request may be made with these claims. What it would write over, and what comes
 * back, is looked at beside this. */
export function mayAsk({ method, url, body }, { scope, patient }, base) {
  const path = decodeURIComponent(url.pathname).replace(/^\/fhir\/?/, '');
  const [type, id, ...more] = path.split('/').filter(Boolean);
  if (more.length > 0 || id?.startsWith('$') || id?.startsWith('_')) return false;
  if (!type) {
    // A batch of questions; one that writes is refused, as some practices do.
    const entries = body?.resourceType === 'Bundle' && body.type === 'batch' && body.entry;
    return method === 'POST' && Array.isArray(entries) && entries.every(({ request }) => request?.method === 'GET'
      && mayAsk({ method: 'GET', url: new URL(request.url, `${base}/`) }, { scope, patient }, base));
  }
  switch (`${method} ${id ? 'one' : 'all'}`) {
    case 'GET one': return allows(scope, type, 'r');
    case 'GET all': return allows(scope, type, 's') && isAbout(type, url.searchParams, patient);
    case 'POST all': return allows(scope, type, 'c') && body?.resourceType === type && belongs(body, patient);
    case 'PUT one': return allows(scope, type, 'u') && body?.resourceType === type && belongs(body, patient);
    case 'DELETE one': return allows(scope, type, 'd');
    default: return false;
  }
}
