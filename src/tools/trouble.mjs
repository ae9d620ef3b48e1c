/**
 * Why installing or building failed, by the codes that npm, Node and the system write for it. The first that fits is told:
 * what is behind the others, such as a retry that ends in a timeout, stands later.
 */
const TROUBLES = [
  {
    code: 'no-space',
    when: /\b(ENOSPC|EDQUOT)\b/,
    sentence: 'The disk is full. Free about 1 GB and run the same command again.',
  },
  {
    code: 'certificate-replaced',
    when: /SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_UNTRUSTED|CERT_SIGNATURE_FAILURE/,
    sentence:
      'A filter or proxy in this network puts its own certificate in front of the packages, and npm does not know it. Set NODE_EXTRA_CA_CERTS to the file of that certificate (ask who runs the network), or run this once in another network.',
  },
  {
    code: 'certificate-date',
    when: /CERT_NOT_YET_VALID|CERT_HAS_EXPIRED/,
    sentence:
      'By the clock of this computer the certificate of the packages is not valid. Set the date and time right and run the same command again.',
  },
  {
    code: 'proxy-asks',
    when: /\bE407\b|407 Proxy Authentication|ERR_PROXY/,
    sentence:
      'The proxy of this network wants a name and password. Give them to npm (npm config set https-proxy), or run this once in another network.',
  },
  {
    code: 'registry-refuses',
    when: /\bE40[13]\b/,
    sentence:
      'The place that npm fetches packages from refuses them. See with npm config get registry whether that is the right one, or run this once in another network.',
  },
  {
    code: 'no-internet',
    when: /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT)\b/,
    sentence:
      'The packages cannot be reached. Connect this computer to the internet, or let npm through the proxy (npm config set https-proxy), and run the same command again.',
  },
  {
    code: 'package-changed',
    when: /\bEINTEGRITY\b/,
    sentence:
      'A package came in changed or broken. Run npm cache clean --force, and then the same command again; if it stays, something in this network changes what is downloaded.',
  },
  {
    code: 'no-npm',
    when: /spawn npm ENOENT|'npm' is not recognized/,
    sentence: 'The program npm is missing. It comes with Node: get it from https://nodejs.org and run the same command again.',
  },
  {
    code: 'not-allowed',
    when: /\b(EACCES|EPERM|EROFS|EBUSY)\b/,
    sentence:
      'This folder cannot be written to, or another program holds a file in it. Close other windows of the game, put the folder where you may write, and run the same command again.',
  },
];

/** Null where nothing in the text is known. */
export function troubleIn(text) {
  return TROUBLES.find(({ when }) => when.test(text)) ?? null;
}

/** The reason in one sentence with its code, or `otherwise`. */
export function reasonIn(text, otherwise) {
  const trouble = troubleIn(text);
  return trouble ? `${trouble.sentence} (${trouble.code})` : otherwise;
}
