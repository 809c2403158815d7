namespace Shop.Bugs;

/// <summary>Which seeded bug this process runs with: one at most, so that a failing test points at it.</summary>
internal sealed class BugSwitch(SeededBug active)
{
    private static readonly (SeededBug Bug, string Text)[] Known =
    [
        (SeededBug.DiscountAlsoOnShipping, "a percentage coupon also discounts the shipping"),
        (SeededBug.SearchIsCaseSensitive, "the back office's product search minds upper and lower case"),
        (SeededBug.BulkDeleteLeavesLast, "bulk delete leaves the last ticked product"),
        (SeededBug.PriceSortedAsText, "sorting products by price compares text: 119.00 before 12.00"),
        (SeededBug.SettingsNotStored, "the settings say saved, but the stock settings are not stored"),
        (SeededBug.SalePriceNotChecked, "a sale price above the price is accepted"),
        (SeededBug.OrderWithoutTerms, "an order can be placed without accepting the terms"),
        (SeededBug.NoteTwiceOnDoubleClick, "a double click on Add note stores the note twice"),
        (SeededBug.StatusCountersStale, "the order tabs keep their old counts after a bulk action"),
        (SeededBug.WrongCustomerEdited, "in a filtered list the edit dialog stores into the wrong customer"),
        (SeededBug.UndoLosesPosition, "undoing a deletion puts the product at the end of the list"),
        (SeededBug.PasswordInClear, "the login page shows the password in clear text"),
        (SeededBug.HelpLinkOpensWrongPage, "the link Shipping and returns opens the privacy page"),
        (SeededBug.PagingSkipsOne, "the second page of products skips one"),
        (SeededBug.DiscountRoundedDown, "half a cent of a discount is cut off instead of rounded"),
        (SeededBug.BoardMoveNotStored, "a card dragged on the fulfilment board is back after a reload"),
        (SeededBug.CancelKeepsEdit, "Cancel in the customer dialog keeps what was typed"),
        (SeededBug.GermanPricesWithPoint, "German prices are written with a decimal point"),
        (SeededBug.LogoutKeepsSession, "signing out leaves the back office open"),
        (SeededBug.QuantityAboveStock, "more pieces than in stock can be put into the cart"),
    ];

    /// <summary>Whether this mistake is made.</summary>
    public bool Has(SeededBug bug) => active == bug;

    /// <summary>The line printed at start; null on a healthy shop.</summary>
    public string? Warning => active == SeededBug.None ? null : $"Running with seeded bug {(int)active}: {Known.Single(k => k.Bug == active).Text}.";

    /// <summary>One line per bug for <c>--list-bugs</c>.</summary>
    public static IEnumerable<string> List() => Known.Select(k => $"{(int)k.Bug,3}  {k.Text}");

    /// <summary>Reads <c>--bug</c>; a number that is not known is an error of the caller.</summary>
    /// <exception cref="ArgumentException">The value is not the number of a seeded bug.</exception>
    public static BugSwitch Parse(string? value)
    {
        if (string.IsNullOrEmpty(value)) return new BugSwitch(SeededBug.None);
        if (int.TryParse(value, out var number) && Known.Any(k => (int)k.Bug == number)) return new BugSwitch((SeededBug)number);
        throw new ArgumentException($"--bug takes a number from 1 to {Known.Length}, not '{value}'. --list-bugs shows them.", nameof(value));
    }
}
