namespace Autonoma.Engine.Web.Driving;

/// <summary>Keeps passwords out of pictures.</summary>
internal static class PasswordMask
{
    /// <summary>Dots hide the characters of a password field already, unless the page's own style says otherwise.</summary>
    public const string Css = "input[type=password] { -webkit-text-security: disc !important; }";
}
