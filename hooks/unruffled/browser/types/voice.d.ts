// What runs beside a page, where browsers hand out sound: see blocks/voice/capture.js.

declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;
