import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Moves every date in the reports of a folder by whole days, so that those of a demonstration are as old as if its day were
 * so many days ago: `node redate.mjs FOLDER DAY [DAYS_AGO]`. Times of day and everything else stay.
 */

const [folder = '', day = '', ago = '0'] = process.argv.slice(2);
const length = 86_400_000;
const shift = Math.floor((Date.now() - Number(ago) * length - Date.parse(day)) / length) * length;
if (Number.isNaN(shift)) {
  throw new Error(`'${day}' is not a date.`);
}

const [year] = day.split('-');
const date = new RegExp(`\\b${year}-\\d{2}-\\d{2}(?=T)`, 'g');
for (const name of readdirSync(folder)) {
  const file = join(folder, name);
  const moved = readFileSync(file, 'utf8').replace(date, (found) =>
    new Date(Date.parse(found) + shift).toISOString().slice(0, 10),
  );
  writeFileSync(file, moved);
}
