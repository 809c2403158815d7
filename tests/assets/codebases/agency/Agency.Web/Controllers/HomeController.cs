using Microsoft.AspNetCore.Mvc;

namespace Agency.Web.Controllers
{
    public class HomeController : Controller
    {
        public IActionResult Index() => View();

        public IActionResult Privacy() => View();

        [Route("imprint")]
        public IActionResult Imprint() => View();
    }
}
