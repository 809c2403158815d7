using Microsoft.AspNetCore.Http;

namespace Autonoma.EnvironmentFactory.AspNetCore.Serving;

/// <summary>The request that the endpoint is answering: a sign-in needs its scheme and host.</summary>
internal sealed class CurrentRequest : IDisposable
{
    private static readonly AsyncLocal<HttpContext?> Ambient = new();

    private CurrentRequest()
    {
    }

    public static HttpContext? Context => Ambient.Value;

    public static CurrentRequest Begin(HttpContext context)
    {
        Ambient.Value = context;
        return new();
    }

    public void Dispose() => Ambient.Value = null;
}
