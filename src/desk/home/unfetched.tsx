import { say } from '../say.ts';

/** What this page needs did not come from the server. */
export function Unfetched({ onRetry }: { onRetry: () => void }) {
  return (
    <p class="row">
      {say('home.failed')}{' '}
      <button type="button" onClick={onRetry}>
        {say('home.retry')}
      </button>
    </p>
  );
}
