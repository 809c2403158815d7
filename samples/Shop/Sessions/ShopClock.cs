namespace Shop.Sessions;

/// <summary>The shop lives on one fixed day, so that every run sees the same pages.</summary>
internal sealed class ShopClock(DateOnly today)
{
    public static readonly DateOnly Default = new(2031, 5, 14);

    public DateOnly Today { get; } = today;
}
