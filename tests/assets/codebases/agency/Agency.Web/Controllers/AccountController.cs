using System;
using System.Threading.Tasks;
using Agency.Web.Models;
using Agency.Web.Services;
using Agency.Web.ViewModels;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Agency.Web.Controllers
{
    public class AccountController : Controller
    {
        private readonly UserManager<Employee> _users;
        private readonly SignInManager<Employee> _signIn;
        private readonly IMailService _mail;

        public AccountController(UserManager<Employee> users, SignInManager<Employee> signIn, IMailService mail)
        {
            _users = users;
            _signIn = signIn;
            _mail = mail;
        }

        [HttpGet]
        public IActionResult Register() => View(new RegisterViewModel());

        [HttpPost]
        [ValidateAntiForgeryToken]
        public async Task<IActionResult> Register(RegisterViewModel model)
        {
            if (!ModelState.IsValid) return View(model);
            var employee = new Employee { UserName = model.Email, Email = model.Email, FullName = model.FullName, JoinedOn = DateTime.Today };
            var result = await _users.CreateAsync(employee, model.Password);
            if (!result.Succeeded)
            {
                foreach (var error in result.Errors) ModelState.AddModelError("", error.Description);
                return View(model);
            }
            var token = await _users.GenerateEmailConfirmationTokenAsync(employee);
            await _mail.SendAsync(employee.Email, "Welcome", MailTemplates.Confirm(Url.Action("Confirm", new { id = employee.Id, token })));
            await _signIn.SignInAsync(employee, false);
            return RedirectToAction("Index", "Home");
        }

        [HttpPost]
        public async Task<IActionResult> Logout()
        {
            await _signIn.SignOutAsync();
            return RedirectToAction("Index", "Home");
        }
    }
}
