namespace Clinic.Domain.ValueObjects;

public sealed class EmailAddress
{
    private EmailAddress(string value) => Value = value;

    public string Value { get; }

    public static EmailAddress Create(string value)
    {
        if (!value.Contains('@')) throw new ArgumentException("Not an email address.", nameof(value));
        return new EmailAddress(value.Trim().ToLowerInvariant());
    }
}
