import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { turnOn } from '../core/tracing/tracing.js';

/**
 * Sends spans as JSON over OTLP/HTTP, as the standard variables say (`OTEL_EXPORTER_OTLP_ENDPOINT`, `OTEL_SERVICE_NAME`,
 * `OTEL_TRACES_SAMPLER`, …), which the SDK reads itself. Its code is loaded here alone.
 */
export async function startTracing(): Promise<void> {
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, resources] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const detected = resources.detectResources({ detectors: [resources.envDetector] });
  const provider = new NodeTracerProvider({
    resource: resources
      .defaultResource()
      .merge(resources.resourceFromAttributes({ 'service.name': 'waybill' }))
      .merge(detected),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  turnOn();
  shutdown = () => provider.shutdown();
}

let shutdown: (() => Promise<void>) | undefined;

/** Sends the last spans when the process ends. */
@Injectable()
export class TracingEnd implements OnApplicationShutdown {
  async onApplicationShutdown(): Promise<void> {
    // a collector that is away keeps no process from ending
    await shutdown?.().catch(() => undefined);
  }
}
