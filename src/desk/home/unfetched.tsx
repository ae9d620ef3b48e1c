import { t } from '../texts.ts';

/** What this page needs did not come from the server. */
export function Unfetched({ onRetry }: { onRetry: () => void }) {
  return (
    <p class="row">
      {t('home.failed')}{' '}
      <button type="button" onClick={onRetry}>
        {t('home.retry')}
      </button>
    </p>
  );
}
