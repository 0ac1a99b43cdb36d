import { annotate, fail, finish, setOutputs } from './github/step.ts';
import { actionInputs, main } from './main.ts';
import { withdrawVerdict } from './publishing.ts';

try {
  await main(Date.now());
} catch (error) {
  // Nothing a user does should lead here; what does is a fault of the action, and mustn't pass for ready.
  setOutputs({ verdict: 'not-ready' });
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  fail(`The check itself broke, which is a fault of this action: ${stack}`);
  annotate(await withdrawVerdict(actionInputs(), 'The check itself broke, which is a fault of this action.'));
}
finish();
