/** `https://evil.example/x`, `mailto:…`, `www.evil.example`: what nobody writes but to have it followed. */
const LINK = /(?:\b[a-z][a-z\d+.-]{1,20}:(?:\/\/|(?=[^\s]*@))|\bwww\.)\S*/giu;
/** `evil.example/x` and `win@evil.example`: programs for mail make links of these by themselves. */
const HOST = /(?<=[\p{L}\p{N}-])[.\u3002\uff0e\uff61](?=\p{L}{2})/gu;

/**
 * Text that a tenant has written, for a mail to somebody who may not know it: without links, and so that programs for
 * mail make none of it. `Tea.com` becomes `Tea. com`.
 */
export const withoutLinks = (text: string): string => text.replace(LINK, '[link]').replace(HOST, '. ');
