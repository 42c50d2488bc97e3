/** An accounts file in the project's own form with Norwegian headings: Alvdal's annual report 2018, 5.8. */
export const ACCOUNTS_SAMPLE = `kommunenummer;år;versjon;post;beløp;enhet;fortegn
3428;2017;regnskap;utgifter;10 247;1000 kr;utgift positiv
3428;2017;regnskap;inntekter;10 247;1000 kr;inntekt positiv
3428;2018;regnskap;utgifter;10 049;1000 kr;utgift positiv
3428;2018;regnskap;inntekter;9 278;1000 kr;inntekt positiv
3428;2018;regnskap;netto;771;1000 kr;utgift positiv
3428;2018;budsjett;utgifter;12 964;1000 kr;utgift positiv
3428;2018;budsjett;inntekter;12 938;1000 kr;inntekt positiv
3428;2018;budsjett;netto;26;1000 kr;utgift positiv
3428;2018;regnskap;årsverk;2,6;årsverk;
3428;2018;regnskap;deltakere;31;personer;
`;
