/** E-mail addresses, and the ways people hide them from robots. */
export const emailPattern = /(?<![\w.+-])[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{2,63}){1,4}/gi;

/** « prenom.nom (at) exemple point fr ». */
export const spelledEmailPattern =
  /(?<![\w.+-])[\w.+-]{1,64}\s?(?:\(at\)|\[at\]|\(arobase\)|\sarobase\s|\sat\s)\s?[a-z\d-]{1,63}\s?(?:\(dot\)|\(point\)|\spoint\s|\.)\s?(?:fr|com|net|org|eu|re)\b/gi;
