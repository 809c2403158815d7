using Autonoma.Engine.Commands;
using Autonoma.Engine.Language;
using Autonoma.Engine.Memory;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Deciding.Models;

/// <summary>What a policy judges an action by. All of it comes from the test and its configuration, nothing from the page but where the browser is.</summary>
/// <param name="Step">The sentence of the step, as written.</param>
/// <param name="Url">Address of the page.</param>
/// <param name="Hosts">Hosts that belong to the test: names, <c>*.name</c> with subdomains, either with <c>:port</c>.</param>
/// <param name="Secrets">Names of secret variables.</param>
/// <param name="Variables">Names of all variables.</param>
public sealed record ActionScope(string Step, string Url, IReadOnlyList<string> Hosts, IReadOnlyCollection<string> Secrets, IReadOnlyCollection<string> Variables);

/// <summary>
/// Refuses what a test did not ask for, whatever the model was talked into: leaving the hosts of the test, a secret anywhere but in the field it is for, files
/// that the step does not name, overwriting what the test knows. A pure function of the command, the element and the scope: no page text, no model.
/// </summary>
public static class ActionPolicy
{
    /// <summary>Why a command is refused; null when it may be carried out.</summary>
    /// <param name="command">The command, with templates.</param>
    /// <param name="target">The element it acts on; null when there is none.</param>
    /// <param name="scope">The test.</param>
    public static string? Refusal(CommandArguments command, UiNode? target, ActionScope scope)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(scope);
        return command switch
        {
            NavigateArguments navigate => RefusedAddress(navigate.Url, scope),
            TypeArguments type => RefusedText(type.Text, target, scope),
            SelectArguments select => RefusedText(select.Option, target, scope),
            DialogArguments { Text: { } text } => RefusedText(text, null, scope),
            UploadArguments upload => upload.Files.FirstOrDefault(file => !scope.Step.Contains(file, StringComparison.Ordinal)) is { } foreign ? $"the step names no file '{foreign}', and only files that it names are given away" : null,
            ReadArguments read => RefusedVariable(read.Variable, scope),
            SaveClipboardArguments save => RefusedVariable(save.Variable, scope),
            _ => null,
        };
    }

    /// <summary>Why the browser may not be where it is; null when it may.</summary>
    public static string? RefusedPlace(ActionScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Uri.TryCreate(scope.Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !IsOwn(uri!, scope)
            ? $"the page is now on {uri!.Authority}, which is no host of this test and which the step does not name"
            : null;
    }

    private static string? RefusedAddress(string address, ActionScope scope)
    {
        var names = Templates.Names(address);
        if (names.Any(scope.Secrets.Contains))
            return "the value of a secret would become part of an address";
        var text = address.Trim();
        // Browsers read a backslash as a slash and pass over tabs and line ends; what is judged must be what is opened.
        if (text.Any(c => c == '\\' || char.IsControl(c)))
            return "the address holds characters that browsers read in ways of their own";
        if (!Uri.TryCreate(scope.Url, UriKind.Absolute, out var here))
            here = null;
        // A relative address, also one that browsers take for another host (//host), is followed as a browser would.
        var there = text.StartsWith('/') || text.StartsWith('?') || text.StartsWith('#') || text.StartsWith('.')
            ? here is not null && Uri.TryCreate(here, text, out var followed) ? followed : null
            : Uri.TryCreate(text, UriKind.Absolute, out var absolute) && text.Contains(':', StringComparison.Ordinal) ? absolute : null;
        if (there is null)
        {
            // A bare host or a path without a slash: the run works it out, and may only arrive at a host of its own.
            there = Uri.TryCreate("https://" + text, UriKind.Absolute, out var bare) && bare.Host.Contains('.', StringComparison.Ordinal) ? bare : here;
        }

        if (there is null)
            return "the address cannot be worked out";
        if (there.Scheme == "file")
            return here?.Scheme == "file" ? null : "a test of a web app opens no files";
        if (there.Scheme is not ("http" or "https"))
            return there.ToString() == "about:blank" ? null : $"addresses of the kind '{there.Scheme}:' run code or leave the app";
        return here?.Scheme == "file" || IsOwn(there, scope) ? null : $"{there.Authority} is no host of this test, and the step does not name it";
    }

    private static bool IsOwn(Uri uri, ActionScope scope)
    {
        foreach (var entry in scope.Hosts)
        {
            var wide = entry.StartsWith("*.", StringComparison.Ordinal);
            var host = wide ? entry[2..] : entry;
            var port = -1;
            if (host.LastIndexOf(':') is var colon and > 0 && int.TryParse(host.AsSpan(colon + 1), out var number))
                (host, port) = (host[..colon], number);
            if (port >= 0 && port != uri.Port)
                continue;
            if (uri.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || (wide && uri.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        // "Open https://docs.example.com" asks for it.
        return NamesHost(scope.Step, uri.Host);
    }

    private static bool NamesHost(string step, string host)
    {
        for (var at = step.IndexOf(host, StringComparison.OrdinalIgnoreCase); at >= 0; at = step.IndexOf(host, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + host.Length;
            // "example.com" is not named by "example.com.evil.test", nor "evil.test" by "notevil.test"; a full stop may end the sentence.
            var before = at == 0 || !(char.IsLetterOrDigit(step[at - 1]) || step[at - 1] is '.' or '-');
            var after = end == step.Length || !(char.IsLetterOrDigit(step[end]) || step[end] is '-' || (step[end] == '.' && end + 1 < step.Length && char.IsLetterOrDigit(step[end + 1])));
            if (before && after)
                return true;
        }

        return false;
    }

    private static string? RefusedText(string text, UiNode? target, ActionScope scope)
    {
        foreach (var secret in Templates.Names(text).Where(scope.Secrets.Contains))
        {
            if (Templates.Names(scope.Step).Contains(secret, StringComparer.Ordinal))
                continue;
            if (target is null || !IsFieldOf(secret, target))
                return $"the secret '{secret}' goes only into the field it is for, and this step does not name it";
        }

        return null;
    }

    // A secret is for a password field when it is called one, else for a field of its own name: API_KEY for "API key".
    private static bool IsFieldOf(string secret, UiNode field)
    {
        var words = Words(secret);
        if (field.IsPassword)
            return words.Any(word => word is "password" or "pass" or "passwd" or "pwd" or "passphrase" or "passcode" or "pin" or "secret");
        var named = Words($"{field.Name} {field.NameAttribute} {field.ElementId}");
        return words.Count > 0 && words.All(named.Contains);
    }

    private static HashSet<string> Words(string text)
    {
        var spaced = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && char.IsUpper(text[i]) && char.IsLower(text[i - 1]))
                spaced.Append(' ');
            spaced.Append(char.IsLetterOrDigit(text[i]) ? text[i] : ' ');
        }

        return [.. TextFold.Fold(spaced.ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static string? RefusedVariable(string name, ActionScope scope)
        => scope.Variables.Contains(name) && !scope.Step.Contains(name, StringComparison.Ordinal) ? $"the variable '{name}' is known already, and the step does not say that it changes" : null;
}
