/** The parts of smpp that we use; it carries no types. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server as NetServer, Socket } from 'node:net';

  type Value = string | number | Buffer | { readonly message?: string | Buffer } | undefined;

  export interface Pdu {
    readonly command: string;
    readonly command_status: number;
    readonly sequence_number: number;
    readonly [field: string]: Value | ((options?: Readonly<Record<string, Value>>) => Pdu);
    response(options?: Readonly<Record<string, Value>>): Pdu;
  }

  export interface Session extends EventEmitter {
    readonly socket: Socket;
    send(pdu: Pdu): boolean;
    close(): void;
    destroy(): void;
    pause(): void;
    resume(): void;
    bind_transceiver(fields: Readonly<Record<string, Value>>, answered: (pdu: Pdu) => void): boolean;
    submit_sm(fields: Readonly<Record<string, Value>>, answered: (pdu: Pdu) => void): boolean;
    deliver_sm(fields: Readonly<Record<string, Value>>, answered: (pdu: Pdu) => void): boolean;
    enquire_link(answered: (pdu: Pdu) => void): boolean;
    unbind(answered: (pdu: Pdu) => void): boolean;
  }

  export interface Server extends NetServer {
    readonly sessions: readonly Session[];
  }

  const smpp: {
    connect(options: { readonly host: string; readonly port: number; readonly tls?: boolean }): Session;
    createServer(listener: (session: Session) => void): Server;
    readonly encodings: {
      readonly ASCII: { match(text: string): boolean; encode(text: string): Buffer };
    };
  };
  export default smpp;
}
