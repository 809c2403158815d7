namespace Autonoma.Engine.Language;

/// <summary>What is measured in which units: a figure in kilograms is a weight, though no label says so.</summary>
internal static class Measures
{
    private static readonly (string Nouns, string Units)[] Table =
    [
        ("temperature", "°c °f ° c f k"), ("humidity percentage share progress proportion discount", "%"), ("weight mass load payload", "kg g mg lb lbs oz t"),
        ("distance length height width depth thickness altitude elevation range diameter", "km m cm mm mi ft in yd nm"), ("area surface", "m² km² cm² ha sqm sqft acres"), ("volume capacity", "l ml cl dl m³ cm³ gal"),
        ("speed velocity pace", "km/h kmh mph m/s kn knots"), ("pressure", "hpa kpa pa bar mbar psi"), ("power output", "w kw mw hp"), ("energy consumption", "kwh wh mwh j kj kcal cal"), ("voltage", "v mv kv"), ("current", "a ma"),
        ("frequency", "hz khz mhz ghz"), ("bandwidth throughput", "mbps kbps gbps mbit/s"), ("volume loudness", "db"), ("angle", "°"), ("price cost fee amount rent fare deposit budget salary revenue", "eur usd gbp chf pln sek"),
    ];

    /// <summary>Whether a figure with that unit (as <c>kg</c>, <c>°c</c>, <c>eur</c>) is one of that noun.</summary>
    public static bool Fits(string noun, string unit) => Table.Any(m => m.Nouns.Split(' ').Contains(noun) && m.Units.Split(' ').Contains(unit));
}
