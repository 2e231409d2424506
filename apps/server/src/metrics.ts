/** Numbers for Prometheus. Labels are templates and codes: never an id, an address or anything that a caller wrote. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = {
  /** Jobs, reader and deliveries register their own counters here. */
  readonly registry: Registry;
  readonly countRequest: (request: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
  }) => void;
};

/** From a read that finds its row at once to an upload over a slow line. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** A registry of its own, so that two servers in one process do not count each other's requests. */
export function openMetrics(parts: { readonly bodyBytesInUse: () => number }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'vidimus_http_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'vidimus_http_request_seconds',
    help: 'From the first byte of a request to its answer.',
    labelNames: ['method', 'route'],
    buckets: SECONDS,
    registers: [registry],
  });
  new Gauge({
    name: 'vidimus_http_body_bytes',
    help: 'Room set aside for bodies that are being read or worked on.',
    registers: [registry],
    collect() {
      this.set(parts.bodyBytesInUse());
    },
  });
  return {
    registry,
    countRequest: (request) => {
      const { method, route } = request;
      requests.inc({ method, route, status: request.status });
      seconds.observe({ method, route }, request.seconds);
    },
  };
}
