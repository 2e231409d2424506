/**
 * A certificate for `hooks.example` and 127.0.0.1, valid for a hundred years, and its key; for tests on loopback alone. Made with
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=hooks.example
 * -addext subjectAltName=DNS:hooks.example,IP:127.0.0.1`.
 */
export const LOOPBACK_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBpjCCAU2gAwIBAgIUUCQzeKp2ZglQmRx/w7/cTP3mXkgwCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNaG9va3MuZXhhbXBsZTAgFw0yNjExMjYyMDAyNTdaGA8yMTI2
MTEwMjIwMDI1N1owGDEWMBQGA1UEAwwNaG9va3MuZXhhbXBsZTBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABNxI5PLCVjjJb/BqKrn5NcbYSUPN/AdeBLM1EU908BH1
AQtoetqBGjaRD6zXYy2iDLPFPvH64pbsO2VbgAg0OWKjczBxMB0GA1UdDgQWBBTR
XUELjipgtxACTJs2t15Buh3a8TAfBgNVHSMEGDAWgBTRXUELjipgtxACTJs2t15B
uh3a8TAPBgNVHRMBAf8EBTADAQH/MB4GA1UdEQQXMBWCDWhvb2tzLmV4YW1wbGWH
BH8AAAEwCgYIKoZIzj0EAwIDRwAwRAIgKa6l9RpyfEy0LM6OMH3xFVGcCx6isvgi
PQGhiFwkNBcCICkZID9b11cXrr5LZyiJXL4BZ4/hOnuWzylONW8rAIfz
-----END CERTIFICATE-----
`;
export const LOOPBACK_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgCUcanF8e0/Fu9/z1
m3G2w+w5Zd3yiqUpxdgQavs82dOhRANCAATcSOTywlY4yW/waiq5+TXG2ElDzfwH
XgSzNRFPdPAR9QELaHragRo2kQ+s12MtogyzxT7x+uKW7DtlW4AINDli
-----END PRIVATE KEY-----
`;
