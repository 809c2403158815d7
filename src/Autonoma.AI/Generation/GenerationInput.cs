using Autonoma.AI.Pictures;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Generation;

/// <summary>What a model is asked for an object with.</summary>
/// <param name="Prompt">The question.</param>
public sealed record GenerationInput(string Prompt)
{
    /// <summary>Pictures, in the order the prompt speaks of them.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    /// <summary>A video, for models that watch them; null for none.</summary>
    public VideoInput? Video { get; init; }

    /// <summary>Tools that the model may call before it answers; they are carried out.</summary>
    public IReadOnlyList<AIFunction> Tools { get; init; } = [];

    internal ChatMessage ToMessage()
    {
        var contents = new List<AIContent> { new TextContent(Prompt) };
        contents.AddRange(Pictures.Select(picture => picture.ToContent()));
        if (Video is { } video)
            contents.Add(video.ToContent());
        return new(ChatRole.User, contents);
    }
}

/// <summary>A video that a model is shown.</summary>
public sealed record VideoInput
{
    private readonly AIContent _content;

    private VideoInput(AIContent content) => _content = content;

    /// <summary>A video in the request itself; providers take some 20 MB.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="mediaType"><c>video/mp4</c> or <c>video/webm</c>.</param>
    public static VideoInput Of(ReadOnlyMemory<byte> bytes, string mediaType)
        => mediaType is not null && mediaType.StartsWith("video/", StringComparison.Ordinal) ? new(new DataContent(bytes, mediaType)) : throw new ArgumentException($"'{mediaType}' is no type of a video.", nameof(mediaType));

    /// <summary>A video that the provider has already: one that was uploaded to it.</summary>
    /// <param name="address">Its address at the provider.</param>
    /// <param name="mediaType"><c>video/mp4</c> or <c>video/webm</c>.</param>
    public static VideoInput At(Uri address, string mediaType)
        => mediaType is not null && mediaType.StartsWith("video/", StringComparison.Ordinal) ? new(new UriContent(address, mediaType)) : throw new ArgumentException($"'{mediaType}' is no type of a video.", nameof(mediaType));

    internal AIContent ToContent() => _content;

    /// <summary>That it is a video.</summary>
    public override string ToString() => "a video";
}
