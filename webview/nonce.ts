/**
 * The toolkit tries the browser out with a style element of its own, which the policy allows by nonce alone. It looks
 * for that nonce here, while it is loaded; nobody needs it afterwards.
 */
const meta = document.createElement('meta');
const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.nonce !== '') {
  meta.setAttribute('property', 'csp-nonce');
  meta.content = script.nonce;
  document.head.append(meta);
}

export function withdrawNonce(): void {
  meta.remove();
}
