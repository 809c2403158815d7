using System.Threading.Tasks;

namespace Agency.Web.Services
{
    public interface IMailService
    {
        Task SendAsync(string to, string subject, string html);
    }

    public static class MailTemplates
    {
        public static string Mention(string task) => "You were mentioned in " + task;
        public static string Confirm(string url) => "Please confirm: " + url;
    }
}
