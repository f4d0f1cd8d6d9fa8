/**
 * Gives the toolkit its nonce. The toolkit tests the browser with a style element, which the policy allows by nonce
 * alone. It reads the nonce here while it is loaded. Nobody needs the nonce afterwards.
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
