import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

type Handlers = Record<string, (argument: never) => unknown>;
interface Request {
  readonly id: number;
  readonly method: string;
  readonly argument: unknown;
}
type Response = { readonly id: number } & (
  | { readonly answer: unknown }
  | { readonly fault: string }
);

/** A program of the bench in a process of its own, whose functions are called over IPC. */
export interface Program<T extends Handlers> {
  readonly pid: number;
  call<M extends keyof T & string>(
    method: M,
    ...argument: Parameters<T[M]>
  ): Promise<Awaited<ReturnType<T[M]>>>;
  stop(): Promise<void>;
}

/** Starts a file of bench/programs/, which ends by `serve`. */
export async function startProgram<T extends Handlers>(
  file: string,
  env: Record<string, string> = {},
): Promise<Program<T>> {
  const child: ChildProcess = fork(
    fileURLToPath(new URL(`../programs/${file}`, import.meta.url)),
    [],
    { env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const ready = Promise.withResolvers<unknown>();
  waiting.set(0, ready);
  let last = 0;
  child.on('message', (response: Response) => {
    const call = waiting.get(response.id);
    waiting.delete(response.id);
    if ('fault' in response) call?.reject(new Error(`${file}: ${response.fault}`));
    else call?.resolve(response.answer);
  });
  child.once('exit', (code, signal) => {
    for (const call of waiting.values())
      call.reject(new Error(`${file} ended with ${signal ?? code}`));
  });
  await ready.promise;
  return {
    pid: child.pid!,
    call(method, ...[argument]) {
      const call = Promise.withResolvers<unknown>();
      last += 1;
      waiting.set(last, call);
      child.send({ id: last, method, argument } satisfies Request);
      return call.promise as never;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Answers the calls of the process that started this one; ends with it. */
export function serve(handlers: Handlers): void {
  process.on('message', ({ id, method, argument }: Request) => {
    Promise.resolve()
      .then(() => handlers[method]!(argument as never))
      .then(
        (answer) => process.send!({ id, answer } satisfies Response),
        (fault: Error) =>
          process.send!({ id, fault: fault.stack ?? String(fault) } satisfies Response),
      );
  });
  process.on('disconnect', () => process.exit(0));
  process.send!({ id: 0, answer: undefined } satisfies Response);
}
