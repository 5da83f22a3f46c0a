/** Why a question over HTTP had no answer. What was answered, whatever its status, is none of these. */
export type WebFault =
  'host_unknown' | 'https_needed' | 'not_answering' | 'too_slow' | 'certificate_wrong' | 'too_large';

const byCode: readonly (readonly [RegExp, WebFault])[] = [
  [/^(ENOTFOUND|EAI_\w+|EDNS|ENODATA)$/, 'host_unknown'],
  [/^(ABORT_ERR|ETIMEDOUT|ETIMEOUT)$/, 'too_slow'],
  [
    /^(CERT_|UNABLE_TO_(VERIFY|GET)_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS_CERT|HOSTNAME_MISMATCH)/,
    'certificate_wrong',
  ],
];

/** What a failed connection comes to, by the code of Node's error; nothing of what a server said goes further. */
export function webFaultOf(error: unknown): WebFault {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  const known = typeof code === 'string' ? byCode.find(([shape]) => shape.test(code)) : undefined;
  return known?.[1] ?? 'not_answering';
}
