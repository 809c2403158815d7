namespace Autonoma.Engine.Recording.Export;

/// <summary>Methods of the exported class: each is written only where it is called.</summary>
internal static class SeleniumHelpers
{
    /// <summary>What a call begins with, and the method.</summary>
    public static IReadOnlyList<(string Call, string Code)> All { get; } =
    [
        ("Find(", """"

            private static IWebElement Find(IWebDriver driver, By by, int nth = 0)
                => Wait(driver, () => driver.FindElements(by).Where(element => element.Displayed && element.Enabled).Skip(nth).FirstOrDefault(), $"no element {by}")!;
        """"),
        ("Click(", """"

            private static void Click(IWebDriver driver, By by, int nth = 0)
                => Wait(driver, () =>
                {
                    try
                    {
                        Find(driver, by, nth).Click();
                        return true;
                    }
                    catch (WebDriverException)
                    {
                        return false;
                    }
                }, $"{by} cannot be clicked");
        """"),
        ("ClickInShadow(", """"

            private static void ClickInShadow(IWebDriver driver, By by, int nth = 0)
                => Wait(driver, () =>
                {
                    try
                    {
                        var element = Find(driver, by, nth);
                        try
                        {
                            element.Click();
                        }
                        catch (ElementClickInterceptedException) when (IsHit(driver, element))
                        {
                            new Actions(driver).MoveToElement(element).Click().Perform();
                        }

                        return true;
                    }
                    catch (WebDriverException)
                    {
                        return false;
                    }
                }, $"{by} cannot be clicked");

            // What fills a slot is no part of the element that shows it, and belongs to it all the same.
            private static bool IsHit(IWebDriver driver, IWebElement element)
                => (bool)((IJavaScriptExecutor)driver).ExecuteScript("""
                    const [element] = arguments, box = element.getBoundingClientRect(), hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                    for (let at = element; at; at = at.parentNode || at.host) if (at === hit) return true;
                    for (let at = hit; at; at = at.assignedSlot || at.parentNode || at.host) if (at === element) return true;
                    return false;
                    """, element)!;
        """"),
        ("Type(", """"

            private static void Type(IWebElement field, string text, bool overwrite = true)
            {
                if (field.GetDomProperty("type") is "date" or "time" or "month" or "week" or "datetime-local" or "color" or "range")
                {
                    // These take keys by their parts, in an order that depends on the language.
                    ((IJavaScriptExecutor)((IWrapsDriver)field).WrappedDriver).ExecuteScript("arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true })); arguments[0].dispatchEvent(new Event('change', { bubbles: true }));", field, text);
                    return;
                }

                if (overwrite)
                    field.SendKeys(Keys.Control + "a" + Keys.Null + Keys.Delete);
                field.SendKeys(text);
            }
        """"),
        ("Read(", """"

            private static string Read(IWebElement element) => (element.TagName is "input" or "textarea" ? element.GetDomProperty("value") ?? "" : element.Text).Trim();
        """"),
        ("Drag(", """"

            private static void Drag(IWebDriver driver, IWebElement from, IWebElement to, double share = 0.5)
            {
                foreach (var element in new[] { to, from })
                    ((IJavaScriptExecutor)driver).ExecuteScript("arguments[0].scrollIntoView({ block: 'nearest', inline: 'nearest' })", element);
                // Elements side by side are ordered left to right, others top to bottom.
                var (dragged, target) = (new System.Drawing.Rectangle(from.Location, from.Size), new System.Drawing.Rectangle(to.Location, to.Size));
                var beside = Math.Min(dragged.Bottom, target.Bottom) - Math.Max(dragged.Top, target.Top) > Math.Min(dragged.Height, target.Height) / 2;
                var x = target.X + target.Width * (beside ? share : 0.5) - (dragged.X + dragged.Width / 2);
                var y = target.Y + target.Height * (beside ? 0.5 : share) - (dragged.Y + dragged.Height / 2);
                // By places, not by elements: what is dragged over may make room. Each place is told, for some pages look only at what lies between.
                var hand = new Actions(driver).MoveToElement(from).ClickAndHold();
                const int steps = 8;
                for (var i = 0; i < steps; i++)
                    hand.MoveByOffset((int)(x * (i + 1) / steps) - (int)(x * i / steps), (int)(y * (i + 1) / steps) - (int)(y * i / steps));
                hand.MoveByOffset(0, 0).Release().Perform();
            }
        """"),
        ("Check(", """"

            private static void Check(IWebDriver driver, By by, bool on)
            {
                // The box may lie invisibly under a picture.
                var box = Wait(driver, () => driver.FindElements(by).FirstOrDefault(), $"no element {by}")!;
                if (IsChecked(box) == on)
                    return;
                if (box.Displayed)
                    box.Click();
                else
                    ((IJavaScriptExecutor)driver).ExecuteScript("(arguments[0].labels && arguments[0].labels[0] || arguments[0]).click()", box);
                Wait(driver, () => IsChecked(driver.FindElements(by).First()) == on, $"{by} did not change");
            }
        """"),
        ("Choose(", """"

            private static void Choose(IWebDriver driver, IWebElement list, string option, Func<By, By>? reach = null)
            {
                list.Click();
                if (list.TagName == "select")
                    Wait(driver, () => list.FindElements(By.TagName("option")).FirstOrDefault(entry => entry.Text.Trim() == option), $"no option {option}")!.Click();
                else
                {
                    var entry = By.XPath($".//*[@role='option'][contains(normalize-space(.), {Literal(option)})]");
                    var entries = new[] { entry, Text(option, whole: true) }.Select(by => reach is null ? by : reach(by));
                    Wait(driver, () => entries.SelectMany(by => Seen(driver, by)).FirstOrDefault(), $"no option {option}")!.Click();
                }
            }
        """"),
        ("Element(", """"

            /// <summary>By role and name; within the row, entry or card that holds all the words.</summary>
            private static By Element(string role, string name, params string[] entry)
            {
                var tags = role switch
                {
                    "button" => "self::button or self::input[@type='submit' or @type='button' or @type='reset' or @type='file'] or self::summary or @role='button'",
                    "link" => "self::a or @role='link'",
                    "textbox" or "searchbox" or "spinbutton" => "self::input or self::textarea or @role='textbox' or @role='searchbox'",
                    "checkbox" or "switch" => "self::input[@type='checkbox'] or @role='checkbox' or @role='switch'",
                    "radio" => "self::input[@type='radio'] or @role='radio'",
                    "combobox" or "listbox" => "self::select or @role='combobox' or @role='listbox'",
                    "heading" => "self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6 or @role='heading'",
                    "row" => "self::tr or @role='row'",
                    "img" => "self::img or @role='img'",
                    "table" => "self::table or @role='table' or @role='grid'",
                    "region" => "self::section or @role='region'",
                    "banner" => "self::header or @role='banner'",
                    "contentinfo" => "self::footer or @role='contentinfo'",
                    "navigation" => "self::nav or @role='navigation'",
                    "complementary" => "self::aside or @role='complementary'",
                    "dialog" => "self::dialog or @role='dialog'",
                    "status" => "self::output or @role='status'",
                    "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => $"self::{role}",
                    _ => $"@role='{role}' or self::{(role == "option" ? role : "span")}",
                };
                var scope = string.Concat(entry.Select(word => $"[contains(., {Literal(word)})]"));
                var path = (scope.Length > 0 ? $".//*[self::tr or self::li or self::article or @role='row' or @role='listitem' or @role='article']{scope}" : "") + $"{(scope.Length > 0 ? "" : ".")}//*[{tags}]";
                var text = Literal(name);
                return By.XPath(name.Length == 0 ? path : path + $"[normalize-space(.)={text} or @aria-label={text} or @value={text} or @title={text} or @placeholder={text} or @alt={text}"
                    + $" or @id=ancestor-or-self::*[last()]/..//label[normalize-space(.)={text}]/@for or @aria-labelledby=ancestor-or-self::*[last()]/..//*[normalize-space(.)={text}]/@id or ancestor::label[starts-with(translate(., ' \t\r\n\u00a0', ''), {Literal(string.Concat(name.Where(c => !char.IsWhiteSpace(c))))})]]");
            }
        """"),
        ("Text(", """"

            /// <summary>The innermost elements that hold a text, or say nothing else.</summary>
            private static By Text(string text, bool whole = false)
            {
                var said = "normalize-space(translate(., '\u00a0', ' '))";
                var holds = whole ? $"{said}={Literal(text)}" : $"contains({said}, {Literal(text)})";
                return By.XPath($".//*[{holds}][not(.//*[{holds}])]");
            }
        """"),
        ("InFrame(", """"

            /// <summary>Goes into frames, outermost first, and looks for the last there. The driver stays there.</summary>
            private static By InFrame(params By[] path) => new FramedBy(path);

            private sealed class FramedBy(By[] path) : By
            {
                public override string ToString() => $"{path[^1]} in {string.Join(" in ", path.SkipLast(1).Reverse())}";

                public override IWebElement FindElement(ISearchContext context) => FindElements(context).FirstOrDefault() ?? throw new NoSuchElementException($"no element {this}");

                public override ReadOnlyCollection<IWebElement> FindElements(ISearchContext context)
                {
                    var driver = (IWebDriver)context;
                    driver.SwitchTo().DefaultContent();
                    foreach (var frame in path.SkipLast(1))
                        driver.SwitchTo().Frame(driver.FindElements(frame).FirstOrDefault(element => element.Displayed) ?? throw new NoSuchFrameException($"no frame {frame}"));
                    return driver.FindElements(path[^1]);
                }
            }
        """"),
        ("InShadow(", """"

            /// <summary>Looks in open shadow roots too, however deep; with a name, only for those that the browser computes this name of.</summary>
            private static By InShadow(By by, string? name = null) => new ShadowBy(by, name);

            private sealed class ShadowBy(By by, string? name) : By
            {
                public override string ToString() => $"{by}{(name is null ? "" : $" named {name}")}, in shadow roots too";

                public override IWebElement FindElement(ISearchContext context) => FindElements(context).FirstOrDefault() ?? throw new NoSuchElementException($"no element {this}");

                public override ReadOnlyCollection<IWebElement> FindElements(ISearchContext context)
                {
                    var found = Hosts(context).SelectMany(host => Below(host.GetShadowRoot())).Concat(context.FindElements(by)).Distinct();
                    return (name is null ? found : found.Where(element => string.Equals(Folded(((WebElement)element).ComputedAccessibleLabel), Folded(name), StringComparison.OrdinalIgnoreCase))).ToList().AsReadOnly();
                }

                private static List<IWebElement> Hosts(ISearchContext context)
                {
                    const string script = "const found = [], look = root => { for (const element of root.querySelectorAll('*')) if (element.shadowRoot) { found.push(element); look(element.shadowRoot); } };"
                        + " const start = arguments[0] || document; if (start.shadowRoot) { found.push(start); look(start.shadowRoot); } look(start); return found;";
                    var driver = context as IWebDriver ?? ((IWrapsDriver)context).WrappedDriver;
                    return ((IEnumerable<object>)((IJavaScriptExecutor)driver).ExecuteScript(script, context as IWebElement)!).OfType<IWebElement>().ToList();
                }

                private IEnumerable<IWebElement> Below(ISearchContext root)
                {
                    // A shadow root takes no path: it begins at the parent of what stands first in it.
                    if (by.Mechanism != "xpath")
                        return root.FindElements(by);
                    var path = by.Criteria;
                    return root.FindElements(By.CssSelector("*")).Take(1).SelectMany(first => first.FindElements(By.XPath(path.StartsWith('.') ? "." + path : path.Replace("(//", "(..//"))));
                }
            }
        """"),
        ("Seen(", """"

            private static IEnumerable<IWebElement> Seen(ISearchContext root, By by) => root.FindElements(by).Where(element => element.Displayed);
        """"),
        ("Holds(", """"

            private static bool Holds(IWebElement element, string text) => Folded(element.Text).Contains(Folded(text), StringComparison.OrdinalIgnoreCase);
        """"),
        ("Says(", """"

            private static bool Says(IEnumerable<IWebElement> found, string text)
                => found.ToList() is [var only] && string.Equals(Folded(only.Text), Folded(text), StringComparison.OrdinalIgnoreCase);
        """"),
        ("Contains(", """"

            private static bool Contains(IEnumerable<IWebElement> found, string text) => found.ToList() is [var only] && Holds(only, text);
        """"),
        ("IsRightBelow(", """"

            private static bool IsRightBelow(IWebElement lower, IWebElement upper)
            {
                var (below, above) = (new System.Drawing.Rectangle(lower.Location, lower.Size), new System.Drawing.Rectangle(upper.Location, upper.Size));
                return below.Top - above.Bottom is >= -1 and <= 100 && below.Left < above.Right && above.Left < below.Right;
            }
        """"),
        ("IsEnabled(", """"

            private static bool IsEnabled(IWebElement element) => element.Enabled && element.GetDomAttribute("aria-disabled") != "true";
        """"),
        ("IsChecked(", """"

            private static bool IsChecked(IWebElement element) => element.Selected || element.GetDomAttribute("aria-checked") == "true";
        """"),
        ("Focused(", """"

            /// <summary>What has the focus, in shadow roots too.</summary>
            private static IWebElement Focused(IWebDriver driver)
                => (IWebElement)((IJavaScriptExecutor)driver).ExecuteScript("let element = document.activeElement; while (element.shadowRoot && element.shadowRoot.activeElement) element = element.shadowRoot.activeElement; return element;")!;
        """"),
        ("ExpectStaysAway(", """"

            private static void ExpectStaysAway(IWebDriver driver, Func<bool> isThere, string what)
            {
                bool IsAway()
                {
                    try
                    {
                        return !isThere();
                    }
                    catch (NoSuchFrameException)
                    {
                        return true;
                    }
                }

                // What is absent for a moment only may be on its way.
                Wait(driver, IsAway, what);
                new Actions(driver).Pause(TimeSpan.FromMilliseconds(300)).Perform();
                Wait(driver, IsAway, what);
            }
        """"),
        ("Expect(", """"

            private static void Expect(IWebDriver driver, Func<bool> holds, string what) => Wait(driver, holds, what);
        """"),
        ("Folded(", """"

            private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        """"),
        ("Literal(", """"

            private static string Literal(string text)
                => text.Contains('\'') ? "concat('" + text.Replace("'", "',\"'\",'") + "')" : $"'{text}'";
        """"),
        ("Wait(", """"

            private static T Wait<T>(IWebDriver driver, Func<T> look, string problem)
            {
                var wait = new WebDriverWait(driver, TimeSpan.FromSeconds(10)) { PollingInterval = TimeSpan.FromMilliseconds(50), Message = problem };
                // While a page is being replaced, its elements are gone from one look to the next.
                wait.IgnoreExceptionTypes(typeof(WebDriverException), typeof(InvalidOperationException));
                return wait.Until(_ => look())!;
            }
        """"),
    ];
}
