using Agency.Web.Data;
using Agency.Web.Models;
using NUnit.Framework;

namespace Agency.Tests
{
    public class HolidayTests
    {
        [Test]
        public void Holiday_is_saved()
        {
            using var context = new AgencyContext(null);
            context.Holidays.Add(new Holiday());
        }
    }
}
