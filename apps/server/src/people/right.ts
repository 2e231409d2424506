/** What may be done with the interface. The words are the wire's; the rest of the server asks for them here. */
export { RIGHTS, type Right } from '@vidimus/protocol';
