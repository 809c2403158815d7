using Autonoma.Engine.Driving;

namespace Autonoma.Engine.Web.Driving;

/// <summary>The web app as a whole.</summary>
internal sealed class WebApplicationDriver(WebSession session) : IApplicationDriver
{
    /// <inheritdoc/>
    public string Platform => session.Platform;

    /// <inheritdoc/>
    public IReadOnlyList<AppLogEntry> Log => session.Log.Entries;

    /// <inheritdoc/>
    public string? Loss => session.Loss;
}
