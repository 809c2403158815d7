namespace Autonoma.Server.Hosting;

/// <summary>A part of the server: what it needs and what it answers. Listed in <see cref="ServerFeatures"/>.</summary>
internal interface IServerFeature
{
    /// <summary>Registers what it needs.</summary>
    void Add(WebApplicationBuilder builder)
    {
    }

    /// <summary>Maps what it answers. Every endpoint says who may: <c>.Needs(Permission)</c>, <c>.NeedsPerson()</c> or <c>.Open(why)</c>.</summary>
    void Map(IEndpointRouteBuilder routes)
    {
    }
}
