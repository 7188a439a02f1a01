// Cities that a sentence may name though no customer lives there, so that it is known what was asked.

/** A city with its country, and how else it is called. */
export type KnownCity = {
  readonly country: string;
  readonly name: string;
  readonly others: readonly string[];
};

/** By country; a stroke parts what one city is called, its own name first. */
const BY_COUNTRY: Readonly<Record<string, string>> = {
  DE: `Berlin,Hamburg,München|Munich|Muenchen,Köln|Cologne|Koeln,Frankfurt|Frankfurt am Main,Stuttgart,Düsseldorf|Duesseldorf
    ,Leipzig,Dortmund,Essen,Bremen,Dresden,Hannover|Hanover,Nürnberg|Nuremberg|Nuernberg,Duisburg,Bochum,Wuppertal,Bielefeld
    ,Bonn,Münster|Muenster,Mannheim,Karlsruhe,Augsburg,Wiesbaden,Mönchengladbach,Gelsenkirchen,Aachen,Braunschweig,Kiel
    ,Chemnitz,Magdeburg,Freiburg|Freiburg im Breisgau,Krefeld,Mainz,Lübeck|Luebeck,Erfurt,Oberhausen,Rostock,Kassel,Hagen
    ,Potsdam,Saarbrücken,Hamm,Ludwigshafen,Oldenburg,Osnabrück|Osnabrueck,Leverkusen,Heidelberg,Solingen,Darmstadt
    ,Regensburg,Ingolstadt,Würzburg|Wuerzburg,Wolfsburg,Ulm,Heilbronn,Göttingen|Goettingen,Pforzheim,Reutlingen,Koblenz
    ,Bremerhaven,Trier,Jena,Erlangen,Siegen,Hildesheim,Cottbus,Tübingen|Tuebingen,Konstanz,Passau,Bamberg,Bayreuth,Weimar
    ,Lüneburg,Flensburg,Schwerin,Marburg,Gießen,Fulda,Paderborn,Rosenheim,Kempten,Landshut`,
  AT: `Wien|Vienna,Graz,Linz,Salzburg,Innsbruck,Klagenfurt,Villach,Wels,Bregenz,Dornbirn`,
  CH: `Zürich|Zurich|Zuerich,Genf|Genève|Geneva,Basel,Lausanne,Bern|Berne,Winterthur,Luzern|Lucerne,St. Gallen,Lugano`,
  GB: `London,Birmingham,Manchester,Glasgow,Edinburgh,Leeds,Liverpool,Sheffield,Bristol,Cardiff,Belfast,Leicester
    ,Nottingham,Newcastle,Brighton,Cambridge,Oxford,Southampton,Portsmouth,Coventry,Aberdeen,York,Plymouth`,
  IE: `Dublin,Galway,Limerick`,
  US: `New York|New York City|NYC,Los Angeles|LA,Chicago,Houston,Phoenix,Philadelphia,San Antonio,San Diego,Dallas,Austin
    ,San Jose,San Francisco,Seattle,Denver,Boston,Washington,Nashville,Portland,Las Vegas,Detroit,Atlanta,Miami,Minneapolis
    ,New Orleans,Cleveland,Pittsburgh,Cincinnati,Orlando,Tampa,Salt Lake City,Sacramento,Brooklyn,Baltimore,Milwaukee`,
  CA: `Toronto,Montréal|Montreal,Vancouver,Calgary,Ottawa,Edmonton,Québec|Quebec City,Winnipeg,Halifax`,
  FR: `Paris,Marseille,Lyon,Toulouse,Nantes,Strasbourg|Straßburg,Bordeaux,Lille,Rennes,Montpellier`,
  IT: `Roma|Rome|Rom,Milano|Milan|Mailand,Napoli|Naples|Neapel,Torino|Turin,Firenze|Florence|Florenz,Bologna
    ,Venezia|Venice|Venedig,Genova|Genoa|Genua,Palermo,Verona,Bolzano|Bozen`,
  ES: `Madrid,Barcelona,Valencia,Sevilla|Seville,Zaragoza,Málaga|Malaga,Bilbao,Palma|Palma de Mallorca`,
  PT: `Lisboa|Lisbon|Lissabon,Porto`,
  NL: `Amsterdam,Rotterdam,Den Haag|The Hague,Utrecht,Eindhoven,Groningen,Maastricht`,
  BE: `Bruxelles|Brussels|Brüssel,Antwerpen|Antwerp,Gent|Ghent,Brugge|Bruges|Brügge,Liège|Lüttich`,
  LU: `Luxembourg City`,
  DK: `København|Copenhagen|Kopenhagen,Aarhus,Odense`,
  SE: `Stockholm,Göteborg|Gothenburg,Malmö|Malmo,Uppsala`,
  NO: `Oslo,Bergen,Trondheim`,
  FI: `Helsinki,Tampere,Turku`,
  PL: `Warszawa|Warsaw|Warschau,Kraków|Krakow|Krakau,Gdańsk|Gdansk|Danzig,Wrocław|Wroclaw|Breslau,Poznań|Poznan|Posen`,
  CZ: `Praha|Prague|Prag,Brno|Brünn`,
  HU: `Budapest`,
  GR: `Athen|Athens,Thessaloniki`,
  TR: `Istanbul,Ankara,Izmir`,
  AU: `Sydney,Melbourne,Brisbane,Perth,Adelaide,Canberra`,
  NZ: `Auckland,Wellington`,
  JP: `Tokyo|Tokio,Osaka,Kyoto`,
  SG: `Singapore|Singapur`,
  AE: `Dubai,Abu Dhabi`,
};

/** Every city that is known by its name. */
export const KNOWN_CITIES: readonly KnownCity[] = Object.entries(BY_COUNTRY).flatMap(
  ([country, cities]) =>
    cities.split(',').map((all) => {
      const [name = '', ...others] = all.split('|').map((one) => one.trim());
      return { country, name, others };
    }),
);
