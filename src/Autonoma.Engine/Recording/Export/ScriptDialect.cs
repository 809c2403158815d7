using System.Text;
using Autonoma.Engine.Commands;
using Autonoma.Engine.Memory;
using Autonoma.Engine.Suites;

namespace Autonoma.Engine.Recording.Export;

/// <summary>One way to write a test as code. Every method answers lines without indentation; null where there is no equivalent.</summary>
internal abstract class ScriptDialect
{
    public abstract string FileName(string name);

    public abstract string File(TestCase test, string name, IReadOnlyList<string> variables, IReadOnlyDictionary<string, string> known, IReadOnlyList<string> body);

    /// <summary>An expression for an element; null when this library cannot reach it.</summary>
    public abstract string? Locate(LocatorChoice choice);

    public abstract IReadOnlyList<string>? Act(CommandArguments command, string? element, string? other);

    public abstract IReadOnlyList<string>? Check(ExportedCheck check);

    /// <summary>Makes the next native dialog be answered.</summary>
    public abstract IReadOnlyList<string>? Answer(DialogArguments dialog);

    /// <summary>Goes back from a frame to the page itself, where code has to say so.</summary>
    public virtual IReadOnlyList<string> Leave => [];

    public string Comment(string text) => "// " + text;

    public string Literal(string text) => Quoted(text);

    /// <summary>Variables, the first address, then the lines of the steps.</summary>
    protected static void AppendBody(StringBuilder code, string indent, IEnumerable<string> variables, IEnumerable<string> start, IReadOnlyList<string> body)
    {
        foreach (var line in variables.Concat(start).Concat(body))
            code.Append(line.Length > 0 ? indent + line : "").Append('\n');
    }

    /// <summary>Where in the target something is dropped that goes before or after it: a little inside the edge, where the halves are told apart.</summary>
    protected static string Share(DropPosition position) => position == DropPosition.Before ? "0.12" : "0.88";

    /// <summary>Helpers that the code calls, and those that they call.</summary>
    protected static IReadOnlyList<string> Called(IReadOnlyList<(string Call, string Code)> helpers, IEnumerable<string> body)
    {
        var code = string.Join('\n', body);
        var called = new List<(string Call, string Code)>();
        while (helpers.Where(helper => !called.Contains(helper) && code.Contains(helper.Call, StringComparison.Ordinal)).ToList() is { Count: > 0 } more)
        {
            called.AddRange(more);
            code = string.Join('\n', more.Select(helper => helper.Code));
        }

        return [.. helpers.Where(called.Contains).Select(helper => helper.Code.ReplaceLineEndings("\n"))];
    }

    /// <summary>Declarations of the variables in C#: with the value that the test gives, else from the environment.</summary>
    protected IEnumerable<string> CSharpVariables(IReadOnlyList<string> variables, IReadOnlyDictionary<string, string> known)
        => variables.Select(variable => $"var {Variable(variable)} = {(known.TryGetValue(variable, out var value) ? Literal(value) : $"Environment.GetEnvironmentVariable({Literal(variable)}) ?? throw new InvalidOperationException({Literal($"Set {variable}.")})")};");

    /// <summary>Scrolls the page by script.</summary>
    protected static string ScrollScript(ScrollDirection? direction) => direction switch
    {
        ScrollDirection.Up => "window.scrollBy(0, -innerHeight)",
        ScrollDirection.Left => "window.scrollBy(-innerWidth, 0)",
        ScrollDirection.Right => "window.scrollBy(innerWidth, 0)",
        ScrollDirection.Top => "window.scrollTo(0, 0)",
        ScrollDirection.Bottom => "window.scrollTo(0, document.documentElement.scrollHeight)",
        _ => "window.scrollBy(0, innerHeight)",
    };

    /// <summary>Scrolls what an element holds, as a function of the element.</summary>
    protected static string ScrollInside(ScrollDirection direction) => direction switch
    {
        ScrollDirection.Up => "element.scrollBy(0, -element.clientHeight)",
        ScrollDirection.Left => "element.scrollBy(-element.clientWidth, 0)",
        ScrollDirection.Right => "element.scrollBy(element.clientWidth, 0)",
        ScrollDirection.Top => "element.scrollTo(0, 0)",
        ScrollDirection.Bottom => "element.scrollTo(0, element.scrollHeight)",
        _ => "element.scrollBy(0, element.clientHeight)",
    };

    /// <summary>A text with templates as an expression.</summary>
    protected string Value(string template)
    {
        var parts = new List<string>();
        var rest = template;
        foreach (var name in Templates.Names(template))
        {
            var reference = $"{{{{{name}}}}}";
            var at = rest.IndexOf(reference, StringComparison.Ordinal);
            if (at < 0)
                continue;
            if (at > 0)
                parts.Add(Literal(rest[..at]));
            parts.Add(Variable(name));
            rest = rest[(at + reference.Length)..];
        }

        if (rest.Length > 0 || parts.Count == 0)
            parts.Add(Literal(rest));
        return string.Join(" + ", parts);
    }

    // Words of C# and TypeScript, and names that the code around has.
    private static readonly HashSet<string> Words = new(
        ("abstract any as async await base bool boolean break byte case catch char checked class const continue debugger decimal default delegate delete do double else enum event explicit export extends extern "
        + "false finally fixed float for foreach from function get goto if implements implicit import in instanceof int interface internal is let lock long namespace new null number object operator out override "
        + "package params private protected public readonly record ref return sbyte sealed set short sizeof stackalloc static string struct super switch symbol this throw true try type typeof uint ulong unchecked "
        + "undefined unsafe ushort using value var virtual void volatile while with yield "
        + "page driver baseUrl test expect process element row part by dialog choose turn escaped dragBeside").Split(' '), StringComparer.Ordinal);

    /// <summary>A name that is one in every language: <c>order number</c> becomes <c>orderNumber</c>.</summary>
    public static string Variable(string name)
    {
        var builder = new StringBuilder();
        var upper = false;
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                upper = builder.Length > 0;
                continue;
            }

            builder.Append(upper ? char.ToUpperInvariant(c) : builder.Length == 0 ? char.ToLowerInvariant(c) : c);
            upper = false;
        }

        var made = builder.Length == 0 || char.IsAsciiDigit(builder[0]) ? "value" + builder : builder.ToString();
        return Words.Contains(made) ? made + "Value" : made;
    }

    /// <summary>Text between double quotes, for C# and TypeScript alike.</summary>
    protected static string Quoted(string text)
    {
        var builder = new StringBuilder("\"");
        foreach (var c in text)
        {
            builder.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\u2028' or '\u2029' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return builder.Append('"').ToString();
    }
}
