using Autonoma.AI.Pictures;
using Autonoma.AI.Usage;
using Microsoft.Extensions.AI;

namespace Autonoma.AI.Budgets;

/// <summary>
/// What a call may need at most, guessed before it is made, without a tokenizer: rather too much than too little. Text counts a token for
/// three letters (a token for each letter outside Latin), pictures by their area, the answer as long as it is allowed to be.
/// </summary>
public static class TokenEstimate
{
    private const int LettersPerToken = 3;
    private const int PerMessage = 8;
    private const int PixelsPerToken = 500;
    private const int SmallestPicture = 300;
    private const int LargestPicture = 6000;
    private const int BytesPerVideoToken = 200;
    private const int SmallestVideo = 3000;
    private const int AnswerOfUnknownLength = 8192;

    /// <summary>The guess.</summary>
    public static TokenUsage Of(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        ArgumentNullException.ThrowIfNull(messages);
        long input = PerMessage + OfText(options?.Instructions);
        foreach (var message in messages)
            input += PerMessage + message.Contents.Sum(OfContent);
        foreach (var tool in options?.Tools ?? [])
            input += PerMessage + OfText(tool.Name) + OfText(tool.Description) + (tool is AIFunctionDeclaration function ? OfText(function.JsonSchema.GetRawText()) : 0);
        if (options?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema })
            input += OfText(schema.GetRawText());
        return new(input, options?.MaxOutputTokens ?? AnswerOfUnknownLength);
    }

    private static long OfContent(AIContent content) => content switch
    {
        TextContent text => OfText(text.Text),
        TextReasoningContent thought => OfText(thought.Text) + OfText(thought.ProtectedData),
        DataContent data when data.HasTopLevelMediaType("image") => OfPicture(data),
        DataContent data => Math.Max(SmallestVideo, data.Data.Length / BytesPerVideoToken),
        UriContent => LargestPicture,
        FunctionCallContent call => PerMessage + OfText(call.Name) + (call.Arguments?.Sum(argument => OfText(argument.Key) + OfText(argument.Value?.ToString()) + 2) ?? 0),
        FunctionResultContent result => PerMessage + OfResult(result.Result),
        _ => PerMessage,
    };

    private static long OfResult(object? result) => result switch
    {
        AIContent content => OfContent(content),
        IEnumerable<AIContent> contents => contents.Sum(OfContent),
        _ => OfText(result?.ToString()),
    };

    private static long OfPicture(DataContent picture)
        => PictureSize.Of(picture.Data.Span) is { } size ? Math.Clamp((long)size.Width * size.Height / PixelsPerToken, SmallestPicture, LargestPicture) : LargestPicture;

    private static long OfText(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return 0;
        var wide = 0;
        foreach (var c in text)
            wide += c > 0x24F ? 1 : 0;
        return wide + (text.Length - wide + LettersPerToken - 1) / LettersPerToken;
    }
}
