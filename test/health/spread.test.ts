import { expect, test } from 'vitest';
import { ownSpread, ratiosBefore, OWN_YEARS } from '$lib/model/backtest-published';
import { BOUNDS, countedYears } from '$lib/model/backtest-history';
import { SPREADS } from '$lib/model/spreads';
import { historyOf, municipalitiesWithHistory } from '$lib/parameters/history';
import { municipalityOf } from '$lib/parameters/municipalities';
import { publishedCatalogue } from '$lib/parameters/published';

/** What the country's parameter says. */
const standard = publishedCatalogue.parameters.get(SPREADS.realisation)?.values[0]?.cells[0]?.value;

test('how far the settled of a municipality are from the decided is worked out of its own published years', () => {
  const wrong = municipalitiesWithHistory().flatMap(({ municipality, name }) => {
    const history = historyOf(municipality);
    if (!history || typeof standard !== 'number') return [`${name}: no history`];
    const ratios = ratiosBefore(countedYears(history, BOUNDS), Infinity);
    const own = ratios.length < OWN_YEARS ? '' : String(Number(ownSpread(ratios, standard).toFixed(2)));
    const known = municipalityOf(municipality)?.realisation_spread;
    return known === own
      ? []
      : [`${municipality} ${name}: ${String(known)}, worked out ${own} of ${ratios.length} years`];
  });
  expect(wrong).toEqual([]);
});
