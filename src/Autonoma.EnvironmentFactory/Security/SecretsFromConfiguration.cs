using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Autonoma.EnvironmentFactory.Security;

/// <summary>Takes secrets that the code does not set from the configuration of the app, else from the environment, and again when it changes.</summary>
internal sealed class SecretsFromConfiguration(IConfiguration? configuration, EnvironmentFactorySetup setup) : IPostConfigureOptions<EnvironmentFactoryOptions>, IOptionsChangeTokenSource<EnvironmentFactoryOptions>
{
    public string? Name => Options.DefaultName;

    public void PostConfigure(string? name, EnvironmentFactoryOptions options)
    {
        options.ScopeField ??= setup.ScopeField;
        options.JsonOptions ??= setup.AppJson;
        options.Server ??= setup.Server;
        options.SharedSecret ??= Value(SecretRules.SharedSetting);
        options.SigningSecret ??= Value(SecretRules.SigningSetting);
        AddTo(options.PreviousSharedSecrets, SecretRules.PreviousSharedSetting);
        AddTo(options.PreviousSigningSecrets, SecretRules.PreviousSigningSetting);
    }

    public IChangeToken GetChangeToken() => configuration?.GetReloadToken() ?? new CancellationChangeToken(CancellationToken.None);

    private void AddTo(IList<string> secrets, string setting)
    {
        if (secrets.Count > 0)
            return;
        foreach (var secret in (Value(setting) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            secrets.Add(secret);
    }

    private string? Value(string setting) => configuration is not null ? configuration[setting] : Environment.GetEnvironmentVariable(setting);
}
