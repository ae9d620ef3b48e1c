import { play, sample } from './play.ts';

/** A process of its own for the clients: what they cost is not the server's. */
process.on('message', ({ what, plan }: { what: 'play' | 'sample'; plan: Parameters<typeof play>[0] }) => {
  const work = what === 'play' ? play : sample;
  work(plan).then(
    (found) => process.send?.({ found }),
    (error: Error) => process.send?.({ error: error.stack }),
  );
});
