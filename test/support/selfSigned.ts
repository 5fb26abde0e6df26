export { selfSigned, type KeyAndCertificate } from '../../local/machine/keys/certificates.ts';
