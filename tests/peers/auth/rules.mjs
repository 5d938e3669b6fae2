// Whose record is it, and what does a grant allow: the rules of the door.

/** Types that are nobody's record. */
const NOBODYS = new Set(['OperationOutcome', 'CapabilityStatement', 'Organization', 'Practitioner',
  'PractitionerRole', 'Location', 'HealthcareService']);
/** Where a resource says whose it is. */
const WHOSE = ['subject', 'patient', 'for', 'beneficiary'];

/** Whether a resource, and each one in it, is the patient's or nobody's. */
export function belongs(resource, patient) {
  if (!resource || typeof resource !== 'object') return false;
  const type = resource.resourceType;
  if (type === 'Bundle') {
    return (resource.entry ?? []).every(({ resource: one, response }) =>
      (one ? belongs(one, patient) : true) && (response?.outcome ? belongs(response.outcome, patient) : true));
  }
  if (NOBODYS.has(type)) return true;
  if (type === 'Patient') return resource.id === patient;
  const said = WHOSE.map((name) => resource[name]?.reference);
  const beside = (resource.participant ?? []).map((one) => one.actor?.reference);
  return [...said, ...beside].some((to) => to === `Patient/${patient}` || to?.endsWith(`/Patient/${patient}`));
}

/** Whether the scopes allow a letter of c, r, u, d, s for a type. */
export function allows(scope, type, letter) {
  return scope.split(' ').some((one) => {
    const [, of, may] = /^patient\/([A-Za-z*]+)\.([a-z*]+)$/.exec(one) ?? [];
    const letters = { read: 'rs', write: 'cud', '*': 'cruds' }[may] ?? may ?? '';
    return (of === '*' || of === type) && letters.includes(letter);
  });
}

/** Whether a question names the patient whose record it is about. */
function isAbout(type, query, patient) {
  const named = type === 'Patient' ? [query.get('_id')] : [query.get('patient'), query.get('subject')];
  return named.some((name) => name === patient || name === `Patient/${patient}`);
}

/** Whether a request may be made with these claims. What it would write over, and what comes
 * back, is looked at beside this. */
export function mayAsk({ method, url, body }, { scope, patient }, base) {
  const path = decodeURIComponent(url.pathname).replace(/^\/fhir\/?/, '');
  const [type, id, ...more] = path.split('/').filter(Boolean);
  if (more.length > 0 || id?.startsWith('$') || id?.startsWith('_')) return false;
  if (!type) {
    // A batch of questions; one that writes is refused, as many practices do.
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
