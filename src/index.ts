import { fail, finish, setOutputs } from './github/step.ts';
import { main } from './main.ts';

try {
  await main(Date.now());
} catch (error) {
  // Nothing a user does should lead here; what does is a fault of the action, and mustn't pass for ready.
  setOutputs({ verdict: 'not-ready' });
  fail(
    `The check itself broke, which is a fault of this action: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
}
finish();
