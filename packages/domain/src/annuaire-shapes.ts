/**
 * The shapes that records of the public directory come in, brought to the one of today’s API (v2.1): an answer or an export of
 * the API (JSON inside strings), the bulk file (true lists), the retired APIs v1 (2017) and v3, the gendarmerie’s list.
 */
import { isRow, listOf, rowsIn, type Row } from './annuaire-record.ts';

/** The records in a JSON value or text, see rowsIn. */
export const annuaireRecords = (value: unknown): Row[] => rowsIn(value).map(recordOf);

function recordOf(row: Row): Row {
  if ('Nom' in row) return fromV1(row);
  if ('horaires' in row || 'adresses' in row) return fromV3(row);
  return 'identifiant_public_unite' in row ? fromGendarmerie(row) : row;
}

/** Two ranges to a line, as many lines as they need. */
function openingLines(
  first: unknown,
  last: unknown,
  ranges: readonly [from: unknown, to: unknown][],
  note?: unknown,
): Row[] {
  const lines: Row[] = [];
  for (let index = 0; index < ranges.length || !index; index += 2) {
    const [[from1, to1] = [], [from2, to2] = []] = ranges.slice(index, index + 2);
    lines.push({
      nom_jour_debut: first,
      nom_jour_fin: last,
      valeur_heure_debut_1: from1,
      valeur_heure_fin_1: to1,
      valeur_heure_debut_2: from2,
      valeur_heure_fin_2: to2,
      commentaire: note,
    });
  }
  return lines;
}

const rowsOf = (value: unknown): Row[] => listOf(value).filter(isRow);
const rowOf = (value: unknown): Row => (isRow(value) ? value : {});

function fromV1(row: Row): Row {
  const numbers = rowOf(row['CoordonnéesNum']);
  return {
    nom: row['Nom'],
    pivot: [{ type_service_local: row['pivotLocal'] }],
    code_insee_commune: row['codeInsee'],
    date_modification: row['dateMiseAJour'],
    information_complementaire: row['Commentaire'],
    adresse: rowsOf(row['Adresse']).map((address) => ({
      type_adresse: address['type'],
      lignes: address['Ligne'],
      code_postal: address['CodePostal'],
      nom_commune: address['NomCommune'],
      latitude: rowOf(address['Localisation'])['Latitude'],
      longitude: rowOf(address['Localisation'])['Longitude'],
      accessibilite: rowOf(address['Accessibilité'])['type'],
      note_accessibilite: rowOf(address['Accessibilité'])['$t'],
    })),
    telephone: listOf(numbers['Téléphone']).map((phone) =>
      isRow(phone) ? { valeur: phone['$t'], description: phone['coût'] } : phone,
    ),
    adresse_courriel: numbers['Email'],
    site_internet: numbers['Url'],
    sve: numbers['Sve'],
    plage_ouverture: rowsOf(rowOf(row['Ouverture'])['PlageJ']).flatMap((line) =>
      openingLines(
        line['début'],
        line['fin'],
        rowsOf(line['PlageH']).map((range) => [range['début'], range['fin']]),
        line['Note'],
      ),
    ),
  };
}

function fromV3(row: Row): Row {
  return {
    nom: row['nom'],
    pivot: [{ type_service_local: row['pivotLocal'] }],
    code_insee_commune: row['codeInsee'],
    adresse: rowsOf(row['adresses']).map((address) => ({
      type_adresse: address['type'],
      lignes: address['lignes'],
      code_postal: address['codePostal'],
      nom_commune: address['commune'],
      longitude: listOf(address['coordonnees'])[0],
      latitude: listOf(address['coordonnees'])[1],
    })),
    telephone: row['telephone'],
    adresse_courriel: row['email'],
    site_internet: row['url'],
    plage_ouverture: rowsOf(row['horaires']).flatMap((line) =>
      openingLines(
        line['du'],
        line['au'],
        rowsOf(line['heures']).map((range) => [range['de'], range['a']]),
      ),
    ),
  };
}

function fromGendarmerie(row: Row): Row {
  return {
    nom: row['service'],
    pivot: [{ type_service_local: 'gendarmerie' }],
    code_insee_commune: row['code_commune_insee'],
    adresse: [
      {
        numero_voie: row['voie'],
        code_postal: row['code_postal'],
        nom_commune: row['commune'],
        latitude: row['geocodage_y_GPS'],
        longitude: row['geocodage_x_GPS'],
      },
    ],
    telephone: row['telephone'],
    commentaire_plage_ouverture: row['horaires_accueil'],
    url_service_public: row['url'],
  };
}
