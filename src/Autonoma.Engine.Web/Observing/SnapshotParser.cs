using System.Text.Json;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Web.Observing;

/// <summary>Reads the compact form that <c>look.js</c> writes.</summary>
internal static class SnapshotParser
{
    /// <summary>Parses one document's report.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="frame">Number of the document.</param>
    /// <param name="place">Where the document is painted.</param>
    /// <param name="viewport">The top-level viewport; null when this is the top document.</param>
    public static FrameSnapshot Parse(ReadOnlySpan<byte> json, int frame, FramePlace place, UiSize? viewport)
    {
        var snapshot = new FrameSnapshot();
        var styles = new List<UiStyle>();
        var reader = new Utf8JsonReader(json);
        double vw = 0, vh = 0, sx = 0, sy = 0, pw = 0, ph = 0;
        var hasFocus = false;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString();
            reader.Read();
            switch (key)
            {
                case "u": snapshot.Url = reader.GetString() ?? ""; break;
                case "t": snapshot.Title = reader.GetString() ?? ""; break;
                case "vw": vw = reader.GetDouble(); break;
                case "vh": vh = reader.GetDouble(); break;
                case "sx": sx = reader.GetDouble(); break;
                case "sy": sy = reader.GetDouble(); break;
                case "pw": pw = reader.GetDouble(); break;
                case "ph": ph = reader.GetDouble(); break;
                case "next": snapshot.NextElement = reader.GetInt32(); break;
                case "focus": hasFocus = reader.GetBoolean(); break;
                case "q": snapshot.QuietFor = TimeSpan.FromMilliseconds(reader.GetDouble()); break;
                case "inert": snapshot.IsInert = reader.GetBoolean(); break;
                case "styles":
                    while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
                        styles.Add(ReadStyle(ref reader));
                    break;
                case "nodes":
                    while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
                        NodeReader.Read(ref reader, snapshot, styles, frame, place, viewport ?? new UiSize(vw, vh), hasFocus);
                    break;
                case "changes":
                    while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
                        snapshot.Changes.Add(ReadChange(ref reader, frame, place));
                    break;
                default: reader.Skip(); break;
            }
        }

        snapshot.Viewport = new(vw, vh);
        snapshot.Scroll = new(sx, sy);
        snapshot.PageSize = new(pw, ph);
        return snapshot;
    }

    /// <summary>Parses changes that a top document tells by itself.</summary>
    public static List<UiChange> ParseChanges(ReadOnlySpan<byte> json)
    {
        var changes = new List<UiChange>();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            changes.Add(ReadChange(ref reader, 0, FramePlace.Top));
        return changes;
    }

    /// <summary>Reads a style row; the reader stands on its opening bracket and ends on the closing one.</summary>
    public static UiStyle ReadStyle(ref Utf8JsonReader reader)
    {
        var color = Color(Next(ref reader));
        var background = Color(Next(ref reader));
        var backdrop = Color(Next(ref reader));
        var border = Next(ref reader);
        var fill = Next(ref reader);
        var weight = Next(ref reader);
        var size = Next(ref reader);
        var italic = Next(ref reader) > 0;
        var underline = Next(ref reader) > 0;
        var lineThrough = Next(ref reader) > 0;
        var opacity = Next(ref reader);
        reader.Read();
        var cursor = reader.GetString() ?? "auto";
        reader.Read();
        return new(color, background, backdrop, border < 0 ? null : Color(border), fill < 0 ? null : Color(fill), (int)weight, size, italic, underline, lineThrough, opacity, cursor);
    }

    private static UiChange ReadChange(ref Utf8JsonReader reader, int frame, FramePlace place)
    {
        var kind = Text(ref reader) == "a" ? UiChangeKind.Appeared : UiChangeKind.Vanished;
        var text = Text(ref reader);
        var role = Text(ref reader);
        var name = Text(ref reader);
        var className = Text(ref reader);
        var element = (int)Next(ref reader);
        var layer = (int)Next(ref reader);
        reader.Read();
        var style = reader.TokenType == JsonTokenType.StartArray ? ReadStyle(ref reader) : null;
        var milliseconds = Next(ref reader);
        reader.Read();
        return new(kind, text, role, name, className, new(frame, element), layer + place.Layer, style, milliseconds);
    }

    private static double Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : 0;
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString() ?? "";
    }

    private static UiColor Color(double packed)
    {
        var bits = (uint)packed;
        return new((byte)(bits >> 24), (byte)(bits >> 16), (byte)(bits >> 8), Math.Round((bits & 255) / 255.0, 2));
    }
}
