import { useEffect, useRef } from 'preact/hooks';
import { creature } from '../../../art/pieces/creature.ts';
import type { TeacherIntent } from '../../../protocol/intents.ts';
import type { DeskView } from '../../../protocol/views/desk.ts';
import { leadsHereOnly, pairingAddress } from '../../../ui/addresses.ts';
import { Drawing } from '../../../ui/drawing.tsx';
import { qr } from '../../../ui/qr.ts';
import pairStyles from '../../home/pair.module.css';
import pageStyles from '../../page.module.css';
import { t } from '../../texts.ts';
import { secondsTo } from '../now.ts';
import lobbyStyles from './lobby.module.css';
import styles from './offer.module.css';

interface Props {
  view: DeskView;
  now: number;
  ask: (intent: TeacherIntent, done?: string) => void;
}

/** A second device that wants to become a desk: first the code to type there, then the drawing to recognise it by. */
export function Offer({ view, now, ask }: Props) {
  const { pairing } = view;
  const card = useRef<HTMLElement>(null);
  const step = pairing && (pairing.sign ? 'sign' : pairing.code);
  useEffect(() => card.current?.scrollIntoView({ block: 'nearest' }), [step]);
  if (!pairing) return null;
  const { code, sign } = pairing;
  return (
    <section ref={card} class={`card stack ${styles.offer}`} aria-labelledby="offer">
      <h2 id="offer">{t('offer.open')}</h2>
      {sign ? (
        <div class={pairStyles.sign} role="alert">
          <Drawing svg={creature(sign.look)} class={pairStyles.creature} />
          <p class={pairStyles.name}>{sign.name}</p>
          <p>
            <b>{t('offer.ask', { name: sign.name })}</b>
          </p>
          <div class="row">
            <button type="button" onClick={() => ask({ type: 'desk.answer', accept: false }, t('offer.denied'))}>
              {t('offer.no')}
            </button>
            <button type="button" class="primary" onClick={() => ask({ type: 'desk.answer', accept: true }, t('offer.accepted'))}>
              {t('offer.yes')}
            </button>
          </div>
        </div>
      ) : (
        code && (
          <>
            <p>{t('offer.how', { address: `${view.join.text}/docent` })}</p>
            {leadsHereOnly(view.join.url) && <p class={pageStyles.refusal}>{t('join.hereOnly')}</p>}
            <div class="row">
              <Drawing svg={qr(pairingAddress(view.join.url, code))} class={styles.qr} label={t('offer.qr')} />
              <div class="stack">
                <p class={lobbyStyles.joinCode} role="img" aria-label={t('offer.codeLabel', { code: [...code].join(' ') })}>
                  {[...code].map((character, index) => (
                    <b key={index} aria-hidden="true">
                      {character}
                    </b>
                  ))}
                </p>
                <p>{now < pairing.expires ? t('offer.left', { seconds: secondsTo(pairing.expires, now) }) : t('offer.expired')}</p>
              </div>
            </div>
            <p class="soft">{t('offer.mirrored')}</p>
          </>
        )
      )}
    </section>
  );
}
