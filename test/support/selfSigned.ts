export { selfSigned, type KeyAndCertificate } from '../../local/machine/certificates.ts';
